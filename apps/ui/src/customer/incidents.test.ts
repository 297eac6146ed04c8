import { describe, expect, test } from "vitest";
import { incidentsFor } from "./incidents.ts";
import { ownIncident } from "./testing/incident.ts";
import { ticketForm } from "./testing/ticket-form.ts";

const [staging] = ticketForm().projects;
if (staging === undefined) throw new Error("The form of the tests has a project.");
const NOWHERE = { project: null, product: null };
const numbersOf = (...question: Parameters<typeof incidentsFor>) =>
  incidentsFor(...question).map(({ number }) => number);

describe("P049 before the form", () => {
  const here = ownIncident({ number: 1, regions: ["EU-1"] });
  const elsewhere = ownIncident({ number: 2, regions: ["us-1"] });
  const everywhere = ownIncident({ number: 3, regions: [] });
  const ended = ownIncident({ number: 4, regions: [], resolvedAt: "2026-07-06T15:00:00.000Z" });
  const all = [here, elsewhere, everywhere, ended];

  test("with a project chosen stand the incidents of its region and those without one", () => {
    expect(numbersOf(all, { ...NOWHERE, project: staging })).toEqual([1, 3]);
  });

  test("with none chosen stand all that touch the organisation, and none that ended", () => {
    expect(numbersOf(all, NOWHERE)).toEqual([1, 2, 3]);
  });

  test("with a product chosen stand those of that product, by its id or name", () => {
    const branching = [ownIncident({ number: 5, regions: [], components: ["Branching"] })];
    expect(numbersOf(branching, NOWHERE)).toEqual([5]);
    expect(numbersOf(branching, { ...NOWHERE, product: { id: "branching", name: "B" } })).toEqual([5]);
    expect(numbersOf(branching, { ...NOWHERE, product: { id: "b", name: "branching" } })).toEqual([5]);
    expect(numbersOf(branching, { ...NOWHERE, product: { id: "console", name: "Console" } })).toEqual([]);
  });
});
