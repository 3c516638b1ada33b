import { version } from '../kernel/version.ts'
import { t } from './speak.ts'

/** `open-roadmap help` */
export const help = async (): Promise<number> => {
  process.stdout.write(`open-roadmap ${version}\n\n${t('help')}\n`)
  return 0
}
