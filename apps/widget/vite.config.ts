import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Two outputs: the frame (dist/frame, served at /widget/) and the loader (dist/widget.js, served at /widget.js). */
export default defineConfig({
  base: "/widget/",
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: "dist/frame",
        emptyOutDir: true,
        rolldownOptions: {
          // The pure packages do nothing by being imported: the compiler of policies stays out of the browser.
          treeshake: {
            moduleSideEffects: [{ test: /\/packages\/(policy|business-time)\//, sideEffects: false }],
          },
        },
      },
    },
    loader: {
      consumer: "client",
      build: {
        outDir: "dist",
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: "src/loader/loader.ts",
          output: { format: "iife", entryFileNames: "widget.js" },
        },
      },
    },
  },
});
