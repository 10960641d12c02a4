import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollTable } from './scroll-table.tsx'
import { WheelList } from './wheel-list.tsx'
import type { WheelDrawing, WheelMonthView } from './wheel-view.ts'
import { YearWheel, type WheelWords } from './year-wheel.tsx'

interface WheelPageProps {
  drawing: WheelDrawing
  words: WheelWords
  months: readonly WheelMonthView[]
  /** Where the picture is as a file. */
  file: string
  /** How to read what numbers look like. */
  legend?: readonly string[]
  /** What stands under the list. */
  children?: ReactNode
}

/** The wheel and the list, side by side. Where there is little room the list comes first, and the picture when asked for. */
export function WheelPage({ drawing, words, months, file, legend = [], children }: WheelPageProps) {
  const { t } = useTranslation()
  return (
    <div className="wheel-layout">
      <p className="wheel-show no-print">
        <a href="#picture">{t('wheel.showPicture')}</a>
      </p>
      <section className="wheel-figure" id="picture" aria-labelledby="picture-heading">
        <h2 id="picture-heading" className="ds-sr-only">
          {t('wheel.picture')}
        </h2>
        <ScrollTable name={t('wheel.pictureWords')} className="wheel-scroll">
          <YearWheel drawing={drawing} words={words} />
        </ScrollTable>
        {legend.length > 0 && (
          <ul className="wheel-legend quiet">
            {legend.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p className="wheel-under no-print">
          <a href={file} download>
            {t('wheel.file')}
          </a>
          <a className="wheel-hide" href="#list">
            {t('wheel.hidePicture')}
          </a>
        </p>
      </section>
      <section className="wheel-list" id="list" aria-labelledby="list-heading">
        <h2 id="list-heading">{t('wheel.list')}</h2>
        <WheelList months={months} />
        {children}
      </section>
    </div>
  )
}
