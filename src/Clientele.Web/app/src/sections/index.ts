import { about } from './about';
import { customers } from './customers';
import { explore } from './explore';
import { found } from './found';
import { glance } from './glance';
import { quality } from './quality';
import type { Section } from './section';
import { segments } from './segments';
import { sheets } from './sheets';

/** The sections of the page, in reading order. A new one: its file, and its line here. */
export const sections: readonly Section[] = [
  glance,
  segments,
  explore,
  sheets,
  customers,
  found,
  quality,
  about,
];
