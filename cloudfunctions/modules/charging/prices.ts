import type { ParsedOf } from '../../../types/contract';
import type { PriceDisclosure, PriceItem, PriceVersion } from '../../../types/contract/charging';
import { addDays, type Day, earlierDay } from '../../../types/day';
import { quantity } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { communityById } from '../community';
import type { ChargeItem } from './chargeItem';
import { chargeItemsOf } from './chargingStore';
import type { Tariff, TieredPrice } from './tariff';

/** Row C13: every charge item with all versions of its price, what each rests on and which one holds today. Two reads. */
export async function seePrices(
  { communityId }: ParsedOf<'charging.prices'>,
  { today }: Context,
): Promise<Outcome<PriceDisclosure>> {
  const [community, items] = await Promise.all([communityById(communityId), chargeItemsOf(communityId)]);
  if (!community) return refused('NOT_ALLOWED');
  const payeeName = community.payee?.name ?? community.name;
  const sorted = [...items].sort((a, b) => (a._id < b._id ? -1 : 1));
  return granted({
    communityName: community.name,
    items: sorted.map((item) => priceItem(item, payeeName, today)),
  });
}

/** The newest version first. */
export function priceItem(item: ChargeItem, payeeName: string, today: Day): PriceItem {
  const sorted = [...item.tariffs].sort((a, b) => (a.from < b.from ? -1 : 1));
  const versions = sorted.map((tariff, index) => version(item, tariff, sorted[index + 1]?.from, today));
  const { _id: chargeItemId, name, purpose } = item;
  return { chargeItemId, name, purpose, payeeName, versions: versions.reverse() };
}

function version(item: ChargeItem, tariff: Tariff, next: Day | undefined, today: Day): PriceVersion {
  const { from, basis, price } = tariff;
  const until = next === undefined ? undefined : addDays(next, -1);
  const to = until && tariff.to ? earlierDay(until, tariff.to) : (until ?? tariff.to);
  return {
    from,
    ...(to === undefined ? {} : { to }),
    basis,
    isCurrent: from <= today && (to === undefined || today <= to),
    rows:
      price.kind === 'flat'
        ? [{ text: item.name, price: price.price, unit: flatUnit(item) }]
        : tierRows(item, price),
  };
}

/** `元/㎡·月`, `元/个车位·月`. */
function flatUnit({ unit }: ChargeItem): string {
  return `元/${unit}·月`;
}

function tierRows(
  { unit, name, meterDecimals }: ChargeItem,
  { tiers, extras, cycle }: TieredPrice,
): PriceVersion['rows'] {
  const per = `元/${unit}`;
  const all = cycle === 'year' ? '每年' : '每月';
  return [
    ...tiers.map(({ upTo, price }, index) => ({
      text: tiers.length > 1 ? `${all}第${index + 1}档` : name,
      price,
      unit: per,
      ...(upTo === undefined ? {} : { upTo: quantity(upTo, meterDecimals) }),
    })),
    ...extras.map((extra) => ({ text: extra.name, price: extra.price, unit: per })),
  ];
}
