import { askRoutes } from "./ask-routes.ts";
import { conductRoutes } from "./conduct-routes.ts";
import { customerRoutes } from "./customer-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { directoryRoutes } from "./directory-routes.ts";
import { documentRoutes } from "./document-routes.ts";
import { incidentRoutes } from "./incident-routes.ts";
import { policyRoutes } from "./policy-routes.ts";
import { proceedingRoutes } from "./proceeding-routes.ts";
import { releaseRoutes } from "./release-routes.ts";
import type { Route } from "./route.ts";
import { sourceRoutes } from "./source-routes.ts";
import { wishRoutes } from "./wish-routes.ts";

/** Every route of the API. A route that is not here does not exist; one that is here must be bound. */
export const routes = {
  ...proceedingRoutes,
  ...releaseRoutes,
  ...wishRoutes,
  ...askRoutes,
  ...sourceRoutes,
  ...customerRoutes,
  ...deskRoutes,
  ...conductRoutes,
  ...incidentRoutes,
  ...documentRoutes,
  ...policyRoutes,
  ...directoryRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteId = keyof Routes;
