/** Every word of up to `length` letters, shortest first. */
export function enumerateWords(letters: string, length: number): readonly string[] {
  let layer = [""];
  const all = [...layer];
  for (let i = 0; i < length; i++) {
    layer = layer.flatMap((word) => Array.from(letters, (letter) => word + letter));
    all.push(...layer);
  }
  return all;
}
