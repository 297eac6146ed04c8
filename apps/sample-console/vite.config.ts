import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Relative addresses: the server says by `<base>` at which path the console lives. */
export default defineConfig({ base: "./", plugins: [react()], build: { outDir: "dist" } });
