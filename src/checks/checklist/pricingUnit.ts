// In which unit is a request charged, and what does it cost?
import { sourceWords } from '../../catalog/sources.ts';
import { estimateCost } from '../../cost/estimate.ts';
import { formatUsdPerSecond, formatUsdRange } from '../../cost/format.ts';
import { NO_MODEL, type Said, type Subject, said } from './answering.ts';

/** Passes where the price is one by the second: from the kept catalog of a gateway, else from the list prices. */
export function pricingUnit({ target, gateway, context }: Subject): Said {
  if (gateway?.search.kind === 'found') {
    const { prices, snapshot } = gateway;
    const known = prices.filter((price) => price.kind === 'per-second');
    const [first] = known;
    if (first !== undefined) {
      const usd = known.map(({ usdPerSecond }) => usdPerSecond);
      const range = formatUsdPerSecond({ min: Math.min(...usd), max: Math.max(...usd) });
      return said('pass', `${range} at ${gateway.gateway} (${first.factor}).`, snapshot.day);
    }
    const reasons = prices.flatMap((price) => (price.kind === 'unclear' ? [price.reason] : []));
    return said('fail', `The unit is unclear at ${gateway.gateway}: ${reasons.join('; ')}.`, snapshot.day);
  }
  if (target === null) return NO_MODEL;
  const answer = estimateCost(target.question, context.catalog);
  if (answer.known) {
    const { usdPerSecond, usdPerRequest, source, checkedOn } = answer.cost;
    return said(
      'pass',
      `${formatUsdPerSecond(usdPerSecond)}, ${formatUsdRange(usdPerRequest)} per request (${sourceWords(context.catalog, source.split(', '))}).`,
      checkedOn,
    );
  }
  if (answer.flat !== undefined)
    return said('fail', `Not by the second: ${answer.reason}.`, answer.flat.checkedOn);
  return said('not shown', `No price: ${answer.reason}.`);
}
