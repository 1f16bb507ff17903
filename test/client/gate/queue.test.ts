import { describe, expect, it } from "vitest";
import { Queue, type Ticket } from "../../../src/transport/gate/queue.js";

/** Waiters that have said at 0 that they ask again at 100. */
function enterAll(count: number) {
  const queue = new Queue();
  const tickets = Array.from({ length: count }, () => Object.assign(queue.enter(), { dueAt: 100 }));
  const places = (now: number, some: readonly Ticket[] = tickets) => some.map((ticket) => queue.findPlace(ticket, now));
  return { queue, tickets, places };
} // prettier-ignore

describe("how many wait before a ticket", () => {
  it("is told in the order of arrival", () => {
    expect(enterAll(3).places(100)).toEqual([0, 1, 2]);
  });

  it("is none once those before it have left", () => {
    const { queue, tickets, places } = enterAll(3);
    for (const ticket of tickets.slice(0, 2)) queue.leave(ticket);
    expect(places(100, tickets.slice(2))).toEqual([0]);
  });

  it("counts those that left from the middle until they are passed, and never more than wait in all", () => {
    const { queue, tickets, places } = enterAll(5);
    for (const ticket of tickets.slice(1, 3)) queue.leave(ticket);
    expect(places(100, tickets.slice(3))).toEqual([2, 2]);
    if (tickets[0]) queue.leave(tickets[0]);
    expect(places(100, tickets.slice(3))).toEqual([0, 1]);
  });

  it("counts one that leaves twice once", () => {
    const { queue, tickets, places } = enterAll(3);
    for (const ticket of [tickets[1], tickets[1]]) if (ticket) queue.leave(ticket);
    expect(places(100, tickets.slice(2))).toEqual([1]);
  });

  it.each([
    [2100, [1, 2]],
    [2101, [0, 1]],
  ])("leaves out one that is more than two seconds late: at %i ms %j", (now, expected) => {
    const { tickets, places } = enterAll(3);
    const others = tickets.slice(1).map((ticket) => Object.assign(ticket, { dueAt: 9000 }));
    expect(places(now, others)).toEqual(expected);
  });

  it("holds nobody for late where the whole process stood still", () => {
    expect(enterAll(3).places(60_000)).toEqual([0, 1, 2]);
  });

  it("is none for one that was late and is there after all", () => {
    const { tickets, places } = enterAll(2);
    const [late, other] = tickets;
    if (!late || !other) throw new Error("there are two");
    other.dueAt = 9000;
    expect(places(5000, [other])).toEqual([0]);
    expect(places(5000, [late])).toEqual([0]);
  });

  it("begins anew when all have left", () => {
    const { queue, tickets, places } = enterAll(2);
    for (const ticket of tickets) queue.leave(ticket);
    expect(places(100, tickets.slice(0, 1))).toEqual([0]);
    const [first, second] = [queue.enter(), queue.enter()];
    expect(places(100, [first, second])).toEqual([0, 1]);
  });
});
