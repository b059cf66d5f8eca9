import type { PropsWithChildren } from 'react';
import { startCloud } from './services/cloud';
import { startOutbox } from './services/outbox';
import './app.css';

startCloud();
startOutbox();

export default function App({ children }: PropsWithChildren) {
  return children;
}
