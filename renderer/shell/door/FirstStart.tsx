import { ArrowRight, DatabaseBackup, HardDrive, MonitorSmartphone } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { leastPassword, type DoorState } from '../../../app/contract/door.ts'
import type { Account } from '../../../app/contract/session.ts'
import { currencyOf, isCountryCode, type CountryCode } from '../../../app/countries.ts'
import { languages, type Language } from '../../../app/languages.ts'
import { Button } from '../../kit/Button.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../errors.ts'
import { chooseLanguage, useLanguage } from '../language/language.ts'
import { countryOptions, currencyOptions } from '../language/places.ts'
import { office } from '../office/office.ts'
import { DoorPage } from './DoorPage.tsx'
import { useOfferedLanguages } from './LanguageChoice.tsx'

interface Answers {
  company: string
  country: string
  currency: string
  name: string
  password: string
  repeat: string
}

/** The first screen: a few answers, and the office is ready. */
export function FirstStart({ door, onEnter }: { door: DoorState; onEnter: (person: Account) => void }) {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const offered = useOfferedLanguages()
  const [problem, setProblem] = useState<string>()
  const [opening, setOpening] = useState(false)
  const [home] = useState(() => homeCountry(language))
  const form = useForm<Answers>({
    mode: 'onTouched',
    defaultValues: {
      company: door.company ?? '',
      country: home,
      currency: currencyOf(home) ?? 'USD',
      name: '',
      password: '',
      repeat: '',
    },
  })
  const countries = useMemo(() => countryOptions(language), [language])
  const currencies = useMemo(() => currencyOptions(language), [language])
  const { errors } = form.formState
  const password = useWatch({ control: form.control, name: 'password' })
  const required = { validate: (value: string) => value.trim() !== '' || t('door.first.needed') }

  const enter = async (open: () => Promise<Account>) => {
    setProblem(undefined)
    setOpening(true)
    try {
      onEnter(await open())
    } catch (error) {
      setProblem(sentenceOf(error))
      setOpening(false)
    }
  }

  return (
    <DoorPage version={door.version} aside={<Welcome />}>
      <section className="door-card wide">
        <Form
          form={form}
          problem={problem}
          onSave={({ repeat: _repeat, ...answers }) =>
            enter(() => office.door.start({ ...answers, language }))
          }
        >
          <FieldGrid>
            <SelectField
              wide
              label={t('door.language')}
              value={language}
              onChange={(event) => {
                const chosen = event.currentTarget.value as Language
                void chooseLanguage(chosen)
                if (form.formState.dirtyFields.country) return
                const suggested = homeCountry(chosen)
                form.resetField('country', { defaultValue: suggested })
                form.resetField('currency', { defaultValue: currencyOf(suggested) ?? 'USD' })
              }}
              options={offered.map((tag) => ({ id: tag, label: languages[tag].name }))}
            />
            <TextField
              wide
              required
              autoFocus
              label={t('door.first.company')}
              hint={t('door.first.companyHint')}
              autoComplete="organization"
              {...form.register('company', required)}
            />
            <Controller
              control={form.control}
              name="country"
              render={({ field }) => (
                <SelectField
                  label={t('door.first.country')}
                  options={countries}
                  {...field}
                  onChange={(event) => {
                    const code = event.currentTarget.value
                    field.onChange(code)
                    const currency = isCountryCode(code) ? currencyOf(code) : undefined
                    if (currency) form.setValue('currency', currency)
                  }}
                />
              )}
            />
            <SelectField
              label={t('door.first.currency')}
              options={currencies}
              {...form.register('currency')}
            />
            <TextField
              wide
              required
              label={t('door.first.name')}
              hint={t('door.first.nameHint')}
              autoComplete="username"
              {...form.register('name', required)}
            />
            <PasswordField
              required
              label={t('door.first.password')}
              hint={errors.password ? undefined : t('door.first.passwordHint', { least: leastPassword })}
              autoComplete="new-password"
              {...form.register('password', {
                validate: (value) =>
                  [...value].length >= leastPassword ||
                  t('door.first.passwordHint', { least: leastPassword }),
              })}
            />
            <PasswordField
              required
              label={t('door.first.repeat')}
              autoComplete="new-password"
              {...form.register('repeat', {
                validate: (value) => value === password || t('door.first.different'),
              })}
            />
          </FieldGrid>
          <Button type="submit" kind="primary" size="large" wide busy={opening}>
            {t('door.first.start')}
          </Button>
          <div className="door-demo">
            <Button
              kind="quiet"
              icon={ArrowRight}
              disabled={opening}
              onClick={() => void enter(() => office.door.startDemo({ language }))}
            >
              {t('door.first.demo')}
            </Button>
            <small>{t('door.first.demoHelp')}</small>
          </div>
        </Form>
      </section>
    </DoorPage>
  )
}

function Welcome() {
  const { t } = useTranslation()
  const points = [
    { icon: HardDrive, text: t('door.first.points.local') },
    { icon: MonitorSmartphone, text: t('door.first.points.shared') },
    { icon: DatabaseBackup, text: t('door.first.points.safe') },
  ]
  return (
    <section className="door-welcome">
      <h1>{t('door.first.title')}</h1>
      <p>{t('door.first.intro')}</p>
      <ul>
        {points.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon size={18} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where a language is at home in one country only. */
const homes: Partial<Record<Language, CountryCode>> = { km: 'KH', ny: 'MW' }

/** The country of the language, the one this browser says it stands in, or the program's first one. */
function homeCountry(language: Language): CountryCode {
  const home = homes[language]
  if (home) return home
  for (const tag of navigator.languages) {
    const { region } = new Intl.Locale(tag)
    if (region && isCountryCode(region)) return region
  }
  return 'KH'
}
