import type { View } from '../view';

/** One part of the page. */
export interface Section {
  key: string;
  title: string | ((view: View) => string);
  /** The data for it is there. */
  applies(view: View): boolean;
  /** Empty texts stand for what is not there. */
  build(view: View): (Node | string)[];
}
