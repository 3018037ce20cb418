import { useTranslation } from 'react-i18next'

/** The program's mark and name. */
export function Mark() {
  const { t } = useTranslation()
  return (
    <span className="mark">
      <img src="./icon.svg" alt="" width={20} height={20} draggable={false} />
      <b>{t('shell.program')}</b>
    </span>
  )
}
