import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type InputProps,
  type MantineTheme,
} from "@mantine/core";
import { type Scheme, tokens, variablesOf } from "./tokens.ts";

const systemFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

const petrol = [
  "#E9F6F6",
  "#D3ECED",
  "#A9DDE0",
  "#7CCED2",
  "#4FB4B9",
  "#2B979D",
  "#177B81",
  "#0E686E",
  "#08545A",
  "#063F44",
] as const;

export type Face = "plex" | "system";

/** How tall a control of no stated size is: 32 px for agents, 44 px for customers. */
export type Density = "desk" | "customer";

const CONTROLS = {
  desk: { height: "32px", padding: "12px", font: "14px" },
  customer: { height: "44px", padding: "20px", font: "16px" },
} as const;

/** Mantine's own contrast choice looks at the light scheme only. */
const MAIN_BUTTON = {
  "--button-bg": "var(--troth-accent)",
  "--button-hover": "var(--troth-accent-hover)",
  "--button-color": "var(--troth-on-accent)",
} as const;

function isMain(variant: string | undefined, colour: unknown): boolean {
  return (variant === undefined || variant === "filled") && colour === undefined;
}

/** Mantine's theme for one typeface; `plex` wants the app to load the font file itself. */
export function themeFor(face: Face, density: Density) {
  const control = CONTROLS[density];
  const fontFamily = face === "plex" ? `'IBM Plex Sans Variable', ${systemFont}` : systemFont;
  return createTheme({
    colors: { petrol },
    primaryColor: "petrol",
    primaryShade: { light: 8, dark: 3 },
    autoContrast: true,
    respectReducedMotion: true,
    fontFamily,
    headings: { fontFamily, fontWeight: "600" },
    fontSizes: { xs: "12px", sm: "14px", md: "16px", lg: "18px", xl: "20px" },
    lineHeights: {
      xs: "calc(16 / 12)",
      sm: "calc(20 / 14)",
      md: "1.5",
      lg: "calc(26 / 18)",
      xl: "calc(28 / 20)",
    },
    spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
    radius: { xs: "6px", sm: "6px", md: "6px", lg: "10px", xl: "10px" },
    defaultRadius: "sm",
    cursorType: "pointer",
    // Plain objects: `Button.extend` and the like would bring each component into apps that have none.
    components: {
      Button: {
        vars: (_theme: MantineTheme, props: ButtonProps) => ({
          root: {
            ...(props.size === undefined
              ? {
                  "--button-height": control.height,
                  "--button-padding-x": control.padding,
                  "--button-fz": control.font,
                }
              : {}),
            ...(isMain(props.variant, props.color) ? MAIN_BUTTON : {}),
          },
        }),
      },
      Checkbox: {
        vars: () => ({ root: { "--checkbox-icon-color": "var(--troth-on-accent)" } }),
      },
      Radio: { vars: () => ({ root: { "--radio-icon-color": "var(--troth-on-accent)" } }) },
      Input: {
        vars: (_theme: MantineTheme, props: InputProps) => ({
          wrapper:
            props.size === undefined ? { "--input-height": control.height, "--input-fz": control.font } : {},
        }),
      },
      InputWrapper: { defaultProps: { withAsterisk: false } },
      Badge: { defaultProps: { tt: "none" } },
      Notification: { defaultProps: { role: "status" } },
    },
  });
}

/** Mantine's own variables set from our palette: its defaults fail AA. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...variablesOf("light"),
    ...mantineVariables("light"),
    "--mantine-color-gray-2": tokens.line.light,
    "--mantine-color-gray-3": tokens.line.light,
  },
  dark: {
    ...variablesOf("dark"),
    ...mantineVariables("dark"),
    "--mantine-color-dark-4": tokens.line.dark,
    "--mantine-color-dark-5": tokens.chosen.dark,
    "--mantine-color-dark-6": tokens.sheet.dark,
  },
});

function mantineVariables(scheme: Scheme): Record<string, string> {
  const of = (name: keyof typeof tokens) => tokens[name][scheme];
  return {
    "--mantine-color-body": of("page"),
    "--mantine-color-text": of("ink"),
    "--mantine-color-dimmed": of("quiet"),
    "--mantine-color-placeholder": of("quiet"),
    "--mantine-color-error": of("late"),
    "--mantine-color-success": of("good"),
    "--mantine-color-anchor": of("accent"),
    "--mantine-color-default": of("sheet"),
    "--mantine-color-default-hover": of("sunken"),
    "--mantine-color-default-color": of("ink"),
    "--mantine-color-default-border": of("edge"),
    "--mantine-color-disabled": of("sunken"),
    "--mantine-color-disabled-color": of("off"),
    "--mantine-color-disabled-border": of("line"),
    "--mantine-primary-color-filled": of("accent"),
    "--mantine-primary-color-filled-hover": of("accent-hover"),
    "--mantine-primary-color-contrast": of("on-accent"),
    "--mantine-primary-color-light": of("chosen"),
    "--mantine-primary-color-light-hover": of("chosen"),
    "--mantine-primary-color-light-color": of("accent"),
    "--mantine-color-petrol-text": of("accent"),
    "--mantine-color-petrol-filled": of("accent"),
    "--mantine-color-petrol-filled-hover": of("accent-hover"),
    "--mantine-color-petrol-light": of("chosen"),
    "--mantine-color-petrol-light-hover": of("chosen"),
    "--mantine-color-petrol-light-color": of("accent"),
    "--mantine-color-petrol-outline": of("accent"),
    "--mantine-color-red-filled": of("late"),
    "--mantine-color-red-filled-hover": of("late"),
    "--mantine-color-red-light": of("late-tint"),
    "--mantine-color-red-light-hover": of("late-tint"),
    "--mantine-color-red-light-color": of("late"),
    "--mantine-color-red-text": of("late"),
  };
}
