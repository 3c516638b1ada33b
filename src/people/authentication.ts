import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import { newId } from '../platform/random/new-id.ts'
import { cookiePrefix, isSecureOrigin } from './cookies.ts'

export interface AuthenticationGiven {
  readonly secret: string
  /** The public address of the installation; cookies are bound to it when it begins with https. */
  readonly origin: string
}

/** Length of a password in characters; NIST SP 800-63B asks for no other composition rule. */
export const passwordLengths = { shortest: 12, longest: 128 } as const

/** A session ends after seven days in any case, and after twelve hours without a request. */
export const sessionSeconds = { longest: 7 * 24 * 3600, idle: 12 * 3600 } as const

const secondStep = () =>
  twoFactor({
    issuer: 'Open Roadmap',
    twoFactorCookieMaxAge: 600,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'people_second_factors',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const tables = {
  user: { modelName: 'people_users', fields: { emailVerified: 'email_verified', ...stamps } },
  session: {
    modelName: 'people_sessions',
    expiresIn: sessionSeconds.longest,
    disableSessionRefresh: true,
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...stamps,
    },
  },
  account: {
    modelName: 'people_credentials',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'people_verifications', fields: { expiresAt: 'expires_at', ...stamps } },
} satisfies Partial<BetterAuthOptions>

/**
 * better-auth over this database or transaction. Making one takes under a millisecond, so each request that needs it makes its
 * own and everything it writes stands or falls with the request's transaction. Its own HTTP routes are never mounted: they would
 * skip our forms, counters and words.
 */
export const authenticationOver = (db: Kysely<unknown>, given: AuthenticationGiven) =>
  betterAuth({
    appName: 'Open Roadmap',
    baseURL: given.origin,
    secret: given.secret,
    database: { db: db.withTables<Record<string, never>>(), type: 'postgres', transaction: false },
    ...tables,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.shortest,
      maxPasswordLength: passwordLengths.longest,
    },
    plugins: [secondStep()],
    advanced: {
      cookiePrefix: cookiePrefix(given.origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecureOrigin(given.origin), httpOnly: true, sameSite: 'lax', path: '/' },
      database: { validateSchema: false, generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
