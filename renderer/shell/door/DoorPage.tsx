import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from './LanguageChoice.tsx'
import { LookChoice } from './LookChoice.tsx'
import { Mark } from '../Mark.tsx'

/** The page before anybody is signed in: the mark, the language, one card. */
export function DoorPage(props: { version: string; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="door">
      <header className="door-head">
        <Mark />
        <span className="door-space" />
        <LookChoice />
        <LanguageChoice />
      </header>
      <main className={props.aside ? 'door-main split' : 'door-main'}>
        {props.aside}
        {props.children}
      </main>
      <footer className="door-foot">{t('door.version', { version: props.version })}</footer>
    </div>
  )
}
