import { Theme } from './theme';

const variables = { light: { bar: '#ffffff', text: 'black' }, dark: { bar: '#191919', text: 'white' } };

test('names stand for the values of the theme that is on', () => {
  const theme = new Theme();
  theme.declare(true, variables);
  const config = { title: '暖邻', bar: '@bar', list: [{ style: '@text' }], count: 1, none: null };
  expect(theme.resolved(config)).toEqual({
    title: '暖邻',
    bar: '#ffffff',
    list: [{ style: 'black' }],
    count: 1,
    none: null,
  });
  theme.set('dark');
  expect(theme.resolved(config).bar).toBe('#191919');
  expect(theme.resolved('@missing')).toBe('@missing');
});

test('a mini-program that does not follow the phone stays light and is told nothing', () => {
  const theme = new Theme();
  theme.declare(false, variables);
  const heard: string[] = [];
  theme.onChange((name) => heard.push(name));
  theme.set('dark');
  expect([theme.shown, theme.told, theme.resolved('@bar'), heard]).toEqual([
    'light',
    undefined,
    '#ffffff',
    [],
  ]);
});

test('listeners hear of a change, not of the same again', () => {
  const theme = new Theme();
  theme.declare(true);
  const heard: string[] = [];
  theme.onChange((name) => heard.push(name));
  for (const name of ['dark', 'dark', 'light'] as const) theme.set(name);
  expect(heard).toEqual(['dark', 'light']);
});

test('another name is refused', () => {
  expect(() => new Theme().set('blue' as 'dark')).toThrow('a theme is light or dark, not blue');
});
