import { createRoot } from 'react-dom/client';
import { App } from './App';

interface Settings {
  readonly title: string;
  readonly firstSnapshot: string;
}

const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as Settings;
const container = document.getElementById('page');
if (container) createRoot(container).render(<App {...settings} />);
