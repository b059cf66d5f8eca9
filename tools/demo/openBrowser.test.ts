import { browserCommand } from './openBrowser';

test('each system has its own way', () => {
  expect(browserCommand('darwin', {})).toEqual(['open']);
  expect(browserCommand('win32', {})).toEqual(['cmd', '/c', 'start', '']);
  expect(browserCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(browserCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
});

test('without a screen there is none', () => {
  expect(browserCommand('linux', {})).toBeUndefined();
});
