// Where findings about requests stand.
import assert from 'node:assert/strict';
import { headOf, routeAt } from '../../../src/audit/rules/requestPlaces.ts';
import { routeIn } from './routeContext.ts';

describe('the first line of a request', () => {
  const cases: readonly (readonly [text: string, head: string])[] = [
    ['x; «make(1)»; y\n', 'make(1)'],
    ['«make(  \n  1)»', 'make('],
    ['«make(1)»', 'make(1)'],
    ['«make(\r\n  1)» z', 'make('],
  ];
  for (const [source, head] of cases)
    it(JSON.stringify(source), () => {
      const text = source.replaceAll(/[«»]/g, '');
      const { start, end } = headOf(text, { start: source.indexOf('«'), end: source.indexOf('»') - 1 });
      assert.equal(text.slice(start, end), head);
    });
});

describe('the request at a place', () => {
  const TEXT = 'a wrapper( make() ) b';
  const wrapper = routeIn(TEXT, { start: 2, end: 19 });
  const inner = routeIn(TEXT, { start: 11, end: 17 });

  it('is the smallest that meets it', () => {
    for (const routes of [
      [wrapper, inner],
      [inner, wrapper],
    ]) {
      assert.equal(routeAt(routes, { start: 12, end: 13 }), inner);
      assert.equal(routeAt(routes, { start: 0, end: 21 }), inner);
      assert.equal(routeAt(routes, { start: 3, end: 4 }), wrapper);
    }
  });

  it('is none that only touches it', () => {
    assert.equal(routeAt([wrapper], { start: 0, end: 2 }), undefined);
    assert.equal(routeAt([wrapper], { start: 19, end: 20 }), undefined);
  });
});
