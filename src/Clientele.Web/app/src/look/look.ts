/** How charts look: colours of the theme, colours of segments, room. */
export interface Look {
  dark: boolean;
  /** A phone. */
  narrow: boolean;
  /** Patterns on areas, for print and for eyes that do not tell colours apart. */
  patterns: boolean;
  ink: string;
  soft: string;
  line: string;
  surface: string;
  accent: string;
  ghost: string;
  colour(index: number): string;
  /** From pale to strong, for counts. */
  ramp: string[];
  /** From one end over neutral to the other, for −1 … 1. */
  poles: string[];
}

// Okabe and Ito's eight, reordered and extended; told apart with any of the common colour vision deficiencies, neighbours differ in lightness, too.
const light = ['#0072b2', '#e08e00', '#009e73', '#c05a93', '#3f9fd8', '#c8500a', '#6a51a3', '#9a8a00', '#2f8f8a', '#8a1f4f', '#6b6b6b', '#8b5a2b'];
const dark = ['#4aa8e0', '#f5b335', '#2ec79b', '#e08fbd', '#8fd0f5', '#f2813f', '#a792d8', '#d5c534', '#63c9c2', '#d3648f', '#a8a8a8', '#c9996a'];

export function look(isDark: boolean, narrow: boolean, patterns: boolean): Look {
  const palette = isDark ? dark : light;
  return {
    dark: isDark, narrow, patterns,
    ink: isDark ? '#eceae4' : '#1d2430',
    soft: isDark ? '#b3b0a8' : '#5a6270',
    line: isDark ? '#3a3f49' : '#dcd8cf',
    surface: isDark ? '#1d2129' : '#ffffff',
    accent: isDark ? '#4aa8e0' : '#0072b2',
    ghost: isDark ? '#3a4150' : '#e3e0d8',
    colour: (index) => palette[((index % palette.length) + palette.length) % palette.length],
    ramp: isDark ? ['#232a35', '#1f4e6e', '#2b82b5', '#8fd0f5'] : ['#f4f1ea', '#b9d9ec', '#4a9bcb', '#00507d'],
    poles: isDark ? ['#f2813f', '#2a2f39', '#4aa8e0'] : ['#c8500a', '#f6f4ef', '#0072b2'],
  };
}
