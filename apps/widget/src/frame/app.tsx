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
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { browserTongue, browserZone, FilesProvider, filePort, TrothRoot } from "@troth/ui";
import { CustomerDeskProvider, customerDesk } from "@troth/ui/customer";
import { useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { Dialog } from "./dialog.tsx";
import "./frame.css";
import type { Stage } from "./stage.ts";

/** Draws the dialog into the page and keeps it for the page's life. */
export function mount(stage: Stage): void {
  const root = document.getElementById("root");
  if (!root) return;
  const tongue = browserTongue();
  document.documentElement.lang = tongue.locale;
  // Failures are shown, not waited out: a paused request would leave the reader without a word.
  const always = { networkMode: "always", retry: false } as const;
  const queries = new QueryClient({ defaultOptions: { queries: always, mutations: always } });
  const desk = customerDesk(stage.troth);
  createRoot(root).render(
    <TrothRoot face="system" tongue={tongue} zone={browserZone()}>
      <QueryClientProvider client={queries}>
        <CustomerDeskProvider value={desk}>
          <FilesProvider value={filePort(stage.troth, "customer")}>
            <Openings stage={stage} />
          </FilesProvider>
        </CustomerDeskProvider>
      </QueryClientProvider>
    </TrothRoot>,
  );
}

function Openings({ stage }: { readonly stage: Stage }) {
  const current = useSyncExternalStore(stage.openings.subscribe, stage.openings.current);
  if (current.opening === null) return null;
  return <Dialog stage={stage} opening={current.opening} count={current.count} isOpen={current.isOpen} />;
}
