import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react'
import { useLanguage } from '../../words/language.tsx'
import type { Saving } from './use-draft-saving.ts'
import { useFlag } from './use-flag.ts'

/** Where the draft stands. Only trouble is read aloud: "saved" every other second would drown the rest. */
export function SavingStatus({ saving }: { saving: Saving }) {
  const { words, format } = useLanguage()
  const said = words.flag.form.saving
  const { today } = useFlag()
  const isToday = (at: string) => format.day(at) === format.day(today)
  const isTrouble = saving.kind === 'failed' || saving.kind === 'refused'
  const Icon = isTrouble ? IconAlertTriangle : saving.kind === 'saved' ? IconCloudCheck : IconCloudUp
  return (
    <p className={isTrouble ? 'saving saving-trouble' : 'saving'}>
      <Icon className="icon" aria-hidden />
      {!isTrouble &&
        (saving.kind === 'saved'
          ? said.saved(isToday(saving.at) ? format.time(saving.at) : format.dayAndTime(saving.at))
          : saving.kind === 'saving'
            ? said.saving
            : said.notYet)}
      <span role="status">{isTrouble && said[saving.kind === 'failed' ? 'failed' : 'refused']}</span>
    </p>
  )
}
