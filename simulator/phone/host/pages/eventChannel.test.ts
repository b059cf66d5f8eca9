import { EventChannel } from './eventChannel';

test('listeners of the opener are there from the start', () => {
  const heard: unknown[] = [];
  new EventChannel({ said: (what) => heard.push(what) }).emit('said', 1);
  expect(heard).toEqual([1]);
});

test('once is once, off is off', () => {
  const heard: string[] = [];
  const channel = new EventChannel();
  const listener = () => heard.push('on');
  channel.once('e', () => heard.push('once'));
  channel.on('e', listener);
  channel.emit('e');
  channel.emit('e');
  channel.off('e', listener);
  channel.emit('e');
  expect(heard).toEqual(['once', 'on', 'on']);
});
