import { silentLog } from '../platform/log/log.ts'
import { openHouse } from './open-house.ts'
import { speak, t } from './speak.ts'

/** `open-roadmap migrate`: brings the database up to this program and ends; repeating it changes nothing. */
export const migrateCommand = async (): Promise<number> => {
  const house = await openHouse({ log: silentLog })
  await house.close()
  speak.say(t('migrate.done'))
  return 0
}
