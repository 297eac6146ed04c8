import { createServer, type Server } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the service counts of itself, for Prometheus. No names of people or organisations are labels. */
export type Meter = {
  request(method: string, route: string, status: number, ms: number): void;
  breaches(count: number): void;
  job(name: string, outcome: "done" | "failed", ms: number): void;
  clockLag(ms: number): void;
  text(): Promise<string>;
};

export function meterOf(): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: "troth_http_request_seconds",
    help: "Time to answer a request.",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const breached = new Counter({
    name: "troth_breaches_total",
    help: "Breach events written by this node.",
    registers,
  });
  const jobs = new Histogram({
    name: "troth_job_seconds",
    help: "Time a job took.",
    labelNames: ["job", "outcome"],
    registers,
  });
  const lag = new Gauge({
    name: "troth_clock_lag_seconds",
    help: "How late the last due clock was looked at.",
    registers,
  });
  return {
    request: (method, route, status, ms) => requests.observe({ method, route, status }, ms / 1_000),
    breaches: (count) => breached.inc(count),
    job: (job, outcome, ms) => jobs.observe({ job, outcome }, ms / 1_000),
    clockLag: (ms) => lag.set(ms / 1_000),
    text: () => registry.metrics(),
  };
}

/** Serves the figures on their own port, away from customers. */
export function meterServer(meter: Meter, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    void meter
      .text()
      .then((text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(text));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
