import type { Recognised, ReportForm } from '../../../../types/contract/tickets';
import { calledBy, callFirst, promiseWords, settle } from './settled';

const leak = (sure: Partial<Recognised['isSureOf']> = {}, more: Partial<Recognised> = {}): Recognised => ({
  ...{ type: 'repair', problem: 'leak', urgency: 'emergency' },
  isSureOf: { type: true, problem: true, urgency: true, ...sure },
  ...more,
});

const form: ReportForm = {
  ...{
    homeId: 'h',
    communityId: 'c',
    communityName: '云栖苑',
    place: '3栋',
    contact: { name: '', phone: '' },
    folder: 'f',
  },
  promises: [
    { urgency: 'emergency', respond: 15, arrive: 30 },
    { urgency: 'general', respond: 120, close: 1440 },
    { urgency: 'enquiry', answer: 1440 },
  ],
};

test('what is recognised for sure asks nothing', () => {
  expect(settle({}, leak())).toEqual({ type: 'repair', problem: 'leak', urgency: 'emergency', asks: [] });
});

test('what is not sure is asked, not guessed', () => {
  expect(settle({}, leak({ problem: false, urgency: false }))).toEqual({
    type: 'repair',
    asks: ['problem', 'urgency'],
  });
  expect(settle({}, leak({ type: false }, { urgency: 'general' })).asks).toEqual(['type']);
});

test('the hand is stronger than what was recognised', () => {
  const settled = settle({ type: 'complaint', problem: 'noise' }, leak({}, { urgency: 'general' }));
  expect(settled).toEqual({ type: 'complaint', problem: 'noise', urgency: 'general', asks: [] });
  expect(settle({ type: 'repair', problem: 'drain' }, leak())).toMatchObject({ problem: 'drain' });
});

test('without a word a repair is asked what it is and how urgent', () => {
  expect(settle({}, undefined).asks).toEqual(['problem', 'urgency']);
  expect(settle({ problem: 'leak', urgency: 'general' }, undefined).asks).toEqual([]);
});

test('questions and suggestions are asked nothing; a repair is never a mere question', () => {
  expect(settle({ type: 'enquiry' }, undefined)).toEqual({
    ...{ type: 'enquiry', problem: 'other', urgency: 'enquiry', asks: [] },
  });
  expect(settle({}, leak({}, { urgency: 'enquiry' })).urgency).toBe('general');
  expect(settle({ type: 'complaint', problem: 'noise' }, undefined).urgency).toBe('general');
});

describe('an emergency of another name', () => {
  const asked = (type: 'enquiry' | 'complaint' | 'suggestion', urgency: boolean) =>
    leak({ type: true, urgency }, { type, problem: 'leak' });

  test.each(['enquiry', 'complaint', 'suggestion'] as const)(
    'recognised for sure in a %s, it is sent as a repair that is asked nothing',
    (type) => {
      const sent = { type: 'repair', problem: 'leak', urgency: 'emergency', asks: [] };
      expect(settle({}, asked(type, true))).toEqual(sent);
      expect(settle({}, leak({ problem: false }, { type })).asks).toEqual([]);
    },
  );

  test.each(['enquiry', 'complaint', 'suggestion'] as const)(
    'in a %s nobody is sure of it: it is asked, and the answer counts',
    (type) => {
      expect(settle({}, asked(type, false)).asks).toContain('urgency');
      expect(settle({ urgency: 'general' }, asked(type, false)).asks).not.toContain('urgency');
      expect(settle({ urgency: 'emergency' }, asked(type, false))).toMatchObject({
        ...{ type: 'repair', urgency: 'emergency', asks: [] },
      });
    },
  );

  test.each(['enquiry', 'complaint', 'suggestion'] as const)(
    'where the hand has said that it is a %s, it is asked whether it is one, and nothing is promised before',
    (type) => {
      const settled = settle({ type }, asked(type, true));
      expect(settled.asks).toEqual(['urgency']);
      expect(promiseWords(settled, form)).toBeUndefined();
      const meant = settle({ type, urgency: 'emergency' }, asked(type, true));
      expect(meant).toEqual({ type: 'repair', problem: 'leak', urgency: 'emergency', asks: [] });
      expect(promiseWords(meant, form)).toBe('师傅 15 分钟内接单，30 分钟内到');
      expect(settle({ type, urgency: 'general' }, asked(type, true)).type).toBe(type);
    },
  );

  test.each(['enquiry', 'complaint', 'suggestion'] as const)(
    'called a %s after all, it is none any more',
    (type) => {
      const chosen = { urgency: 'emergency', ...calledBy(type) } as const;
      expect(settle(chosen, undefined)).toMatchObject({ type });
      expect(settle({ urgency: 'emergency', ...calledBy('repair') }, undefined).urgency).toBe('emergency');
    },
  );

  test('by hand it is a repair however it was said, and only what is broken is asked, where nothing tells', () => {
    for (const type of [undefined, 'repair', 'complaint', 'enquiry'] as const) {
      expect(settle({ type, urgency: 'emergency' }, undefined)).toEqual({
        ...{ type: 'repair', urgency: 'emergency', asks: ['problem'] },
      });
      const unsure = leak({ type: false, problem: false, urgency: false }, { type: 'complaint' });
      expect(settle({ type, urgency: 'emergency' }, unsure)).toEqual({
        ...{ type: 'repair', problem: 'leak', urgency: 'emergency', asks: [] },
      });
    }
  });

  test('for sure it is held up neither by what it is nor by what is broken', () => {
    const sent = { type: 'repair', problem: 'leak', urgency: 'emergency', asks: [] };
    expect(settle({}, leak({ type: false, problem: false }))).toEqual(sent);
    expect(settle({ type: 'repair' }, leak({ problem: false }))).toEqual(sent);
  });
});

test('gas and fire are called first, recognised or chosen', () => {
  expect(callFirst({}, leak({}, { callFirst: '120' }))).toBe('120');
  expect(callFirst({ problem: 'gas' }, undefined)).toBe('119');
  expect(callFirst({ problem: 'leak' }, undefined)).toBeUndefined();
});

test('each kind is promised what its clocks say', () => {
  expect(promiseWords(settle({}, leak()), form)).toBe('师傅 15 分钟内接单，30 分钟内到');
  expect(promiseWords(settle({ urgency: 'general' }, leak()), form)).toBe('师傅 2 小时内接单，24 小时内修好');
  expect(promiseWords(settle({ type: 'enquiry' }, undefined), form)).toBe('客服 24 小时内书面答复您');
  expect(promiseWords(settle({}, undefined), form)).toBeUndefined();
});
