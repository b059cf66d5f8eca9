import { markup } from '../testing/markup';
import { Choice } from './Choice';

test('the chosen one is told to eyes and ears', () => {
  const options = [
    { value: 'all', name: '全部' },
    { value: 'mine', name: '我的事' },
  ];
  const html = markup(<Choice label="看哪些" options={options} value="mine" onChange={() => undefined} />);
  expect(html).toContain('我的事，已选中');
  expect(html.match(/choice__option--chosen/g)).toHaveLength(1);
});
