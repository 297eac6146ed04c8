import { expect, test } from "vitest";
import { type SupportTopic, supportTopicOf } from "./support-question.ts";

test.for<readonly [string, SupportTopic | null]>([
  ["How long until support answers my ticket?", "answer-time"],
  ["when will someone get back to me", "answer-time"],
  ["How soon do you reply to severity 1 tickets?", "answer-time"],
  ["What is the response time for sev 2 on enterprise?", "answer-time"],
  ["first response on the launch plan", "answer-time"],
  ["Wie schnell antwortet der Support?", "answer-time"],
  ["Wann meldet sich jemand?", "answer-time"],
  ["How do I contact support?", "ways-in"],
  ["can I talk to a human", "ways-in"],
  ["I want to open a support ticket", "ways-in"],
  ["Do you have phone support?", "ways-in"],
  ["Wie kann ich den Support erreichen?", "ways-in"],
  ["Which support plan comes with Scale?", "plan"],
  ["Does the free tier include technical support?", "plan"],
  ["What are your support hours?", "rules"],
  ["What does severity 2 mean?", "rules"],
  ["What is not covered by your support policy?", "rules"],
])("asks about support: %s", ([question, topic]) => {
  expect(supportTopicOf(question)).toBe(topic);
});

test.for([
  "Does it support pgvector?",
  "Which databases support point-in-time recovery?",
  "psql: error: please upgrade libpq for SNI support",
  "How long does a query take to respond after a cold start?",
  "What is the response time of an idle compute?",
  "How do I contact the database from Vercel?",
  "How long are branches kept?",
  "How do I open a connection?",
  "Unterstützt ihr logische Replikation?",
  "",
])("asks about the product: %s", (question) => {
  expect(supportTopicOf(question)).toBeNull();
});
