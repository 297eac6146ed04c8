import "@mantine/core/styles.css";
import "@fontsource-variable/ibm-plex-sans/wght.css";
import "@troth/ui/styles.css";
import "./desk.css";
import { localStorageColorSchemeManager } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { browserTongue, browserZone, FilesProvider, filePort, TrothRoot } from "@troth/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries, troth } from "./client.ts";
import { followSignOut, router } from "./router.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

followSignOut();
const tongue = browserTongue();
document.documentElement.lang = tongue.locale;

createRoot(root).render(
  <StrictMode>
    <TrothRoot
      face="plex"
      density="desk"
      tongue={tongue}
      zone={browserZone()}
      schemeManager={localStorageColorSchemeManager({ key: "troth-desk-colours" })}
    >
      <QueryClientProvider client={queries}>
        <FilesProvider value={filePort(troth, "desk")}>
          <RouterProvider router={router} />
        </FilesProvider>
      </QueryClientProvider>
    </TrothRoot>
  </StrictMode>,
);
