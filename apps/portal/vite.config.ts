import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/portal/",
  plugins: [react()],
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The pure packages do nothing by being imported: the compiler of policies stays out of the browser.
      treeshake: {
        moduleSideEffects: [{ test: /\/packages\/(policy|business-time)\//, sideEffects: false }],
      },
    },
  },
});
