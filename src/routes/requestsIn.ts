// Which routes leave from one request: a call that may send one of several models is several routes at one place.
import { type Group, grouped } from '../catalog/grouped.ts';
import type { Place, Route } from './types.ts';

/** The routes of one request: one for each model that it may send. */
export type RequestRoutes = Group<Route>;

/** The routes of a document by the request that they leave from, in the order of the text. */
export const requestsIn = (routes: readonly Route[]): readonly RequestRoutes[] => [
  ...grouped(routes, spanOf).values(),
];

/** Where a request stands, as a key. */
export const spanOf = ({ start, end }: Place): string => `${start}-${end}`;
