import { ListFilter, Trash2, Users } from 'lucide-react'
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filterOfCriteria, type Target, type TargetDraft } from '../../../app/contract/targets.ts'
import { ask as askPerson } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { today } from '../../kit/grid/filters/filter.ts'
import { FilterBar, FilterMenu } from '../../kit/grid/filters/FilterBar.tsx'
import { nothing } from '../../kit/grid/selection.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { SearchBox } from '../../kit/SearchBox.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ExportMenu } from '../clients/export/ExportMenu.tsx'
import { ExportProgress } from '../clients/export/ExportProgress.tsx'
import { showInClients } from '../clients/table/toShow.ts'
import { useFilterFields } from '../clients/table/useFilterFields.ts'
import { useMembers } from './Members.tsx'

interface Props {
  readonly target: TargetDraft
  /** Undefined while it is new. */
  readonly stored: Target | undefined
  readonly onDirty: (dirty: boolean) => void
  readonly onSaved: (target: Target) => void
  readonly onRemove: (target: Target) => void
}

/** One target group: its name, whom it means, and who that is now. */
export function TargetForm({ target, stored, onDirty, onSaved, onRemove }: Props) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const mayShare = useMay()('targets.share')
  const mayChange = stored === undefined || (stored.shared ? mayShare : stored.own)
  const [draft, setDraft] = useState<TargetDraft>(target)
  const [adding, setAdding] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [saving, setSaving] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const dirty = JSON.stringify(said(draft)) !== JSON.stringify(said(target))
  useEffect(() => onDirty(dirty), [dirty, onDirty])

  const { criteria } = draft
  const text = useDeferredValue(criteria.text)
  const filter = useMemo(() => filterOfCriteria({ text, all: criteria.all }, today()), [text, criteria.all])
  const fields = useFilterFields(filter)
  const members = useMembers(filter, draft.name || t('targets.new'))
  const narrow = (changed: Partial<TargetDraft['criteria']>) =>
    setDraft((before) => ({ ...before, criteria: { ...before.criteria, ...changed } }))

  const save = async () => {
    if (!mayChange || saving) return
    if (draft.name.trim() === '') {
      setProblem(t('clients.problems.required'))
      name.current?.focus()
      return
    }
    setSaving(true)
    try {
      const saved = await office.targets.save({ ...said(draft), ...(stored ? { id: stored.id } : {}) })
      onDirty(false)
      onSaved(saved)
      toast({ tone: 'good', text: t('targets.saved', { name: saved.name }) })
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }
  const saveByKey = useEffectEvent(save)
  useEffect(() => registerCommand('save', () => void saveByKey()), [registerCommand])
  useEffect(() => {
    if (stored === undefined) name.current?.focus()
  }, [stored])

  const remove = async () => {
    const sure = await askPerson({
      title: t('targets.removeTitle', { name: target.name }),
      text: t('targets.removeText'),
      yes: t('targets.remove'),
      danger: true,
    })
    if (sure) onRemove(stored!)
  }

  return (
    <section className="target" aria-label={target.name || t('targets.new')}>
      <form
        className="target-head"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          ref={name}
          label={t('targets.name')}
          required
          maxLength={100}
          disabled={!mayChange}
          error={problem}
          value={draft.name}
          onChange={(event) => {
            setProblem(undefined)
            setDraft({ ...draft, name: event.currentTarget.value })
          }}
        />
        {mayShare && (
          <CheckField
            label={t('targets.shared')}
            checked={draft.shared}
            onChange={(event) => setDraft({ ...draft, shared: event.currentTarget.checked })}
          />
        )}
        <div className="target-actions">
          {dirty && stored && <Button onClick={() => setDraft(target)}>{t('targets.revert')}</Button>}
          {mayChange && (
            <Button type="submit" kind="primary" keys={keys.save} busy={saving} disabled={!dirty}>
              {t('targets.save')}
            </Button>
          )}
          {stored && mayChange && (
            <IconButton icon={Trash2} label={t('targets.remove')} onClick={() => void remove()} />
          )}
        </div>
      </form>
      <fieldset className="target-criteria" disabled={!mayChange}>
        <legend>{t('targets.conditions')}</legend>
        <div className="target-line">
          <SearchBox
            label={t('targets.search')}
            value={criteria.text}
            onChange={(typed) => narrow({ text: typed })}
          />
          <FilterMenu fields={fields} onField={setAdding} />
        </div>
        <FilterBar
          fields={fields}
          filters={criteria.all}
          onFilters={(all) => narrow({ all: [...all] })}
          adding={adding}
          onAdded={() => setAdding(undefined)}
        />
        {criteria.all.length === 0 && adding === undefined && criteria.text.trim() === '' && (
          <p className="target-hint">
            <ListFilter size={14} aria-hidden="true" /> {t('targets.everyone')}
          </p>
        )}
      </fieldset>
      <div className="target-line target-members-bar">
        <Button icon={Users} onClick={() => showInClients(criteria.text, criteria.all)}>
          {t('targets.openList')}
        </Button>
        {members.views}
        <ExportMenu shown={members.shown} selection={nothing} columns={members.shownIds} />
      </div>
      <ExportProgress />
      {members.table}
    </section>
  )
}

const said = ({ name, shared, criteria }: TargetDraft) => ({ name, shared, criteria })
