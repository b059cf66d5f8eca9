import type { PropsWithChildren } from 'react';
import { startCloud } from './services/cloud';
import './app.css';

startCloud();

export default function App({ children }: PropsWithChildren) {
  return children;
}
