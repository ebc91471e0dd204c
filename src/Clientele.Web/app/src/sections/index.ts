import { about } from './about';
import { actions } from './actions';
import { baskets } from './baskets';
import { change } from './change';
import { clustered } from './clustered';
import { columns } from './columns';
import { customers } from './customers';
import { described, overview } from './described';
import { explore } from './explore';
import { found } from './found';
import { glance } from './glance';
import { money } from './money';
import { people } from './people';
import { products } from './products';
import { quality } from './quality';
import { returning } from './returning';
import type { Section } from './section';
import { segments } from './segments';
import { sheets } from './sheets';
import { time } from './time';

/** The sections of the page, in reading order. A new one: its file, and its line here. */
export const sections: readonly Section[] = [
  glance,
  overview,
  actions,
  segments,
  people,
  explore,
  time,
  returning,
  money,
  change,
  products,
  baskets,
  sheets,
  customers,
  found,
  clustered,
  described,
  columns,
  quality,
  about,
];
