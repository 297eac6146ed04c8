import "@fontsource-variable/ibm-plex-sans/wght.css";
import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Button.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/CloseButton.css";
import "@troth/ui/styles.css";
import "./portal.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { browserTongue, browserZone, FilesProvider, filePort, TrothRoot } from "@troth/ui";
import { CustomerDeskProvider } from "@troth/ui/customer";
import { createRoot } from "react-dom/client";
import { desk, queries, troth } from "./client.ts";
import { Portal } from "./portal.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

const tongue = browserTongue();
document.documentElement.lang = tongue.locale;

createRoot(root).render(
  <TrothRoot face="plex" tongue={tongue} zone={browserZone()}>
    <QueryClientProvider client={queries}>
      <CustomerDeskProvider value={desk}>
        <FilesProvider value={filePort(troth, "customer")}>
          <Portal />
        </FilesProvider>
      </CustomerDeskProvider>
    </QueryClientProvider>
  </TrothRoot>,
);
