import type { ReactNode } from 'react';

/** One part of the panel: its name, what is to say about the whole at the right, and its contents. */
export function Section(props: { name: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={`section ${props.className ?? ''}`} aria-label={props.name}>
      <header>
        <h2>{props.name}</h2>
        <div className="aside">{props.aside}</div>
      </header>
      {props.children}
    </section>
  );
}
