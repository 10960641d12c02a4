import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every URL, one line each. */
export default [
  index('routes/home.tsx'),
  route('plan', 'routes/plan.tsx'),
  route('cycles', 'routes/cycles/newest.tsx'),
  route('cycles/:cycle', 'routes/cycles/overview.tsx'),
  route('cycles/:cycle/due-days', 'routes/cycles/due-days.tsx'),
  route('cycles/:cycle/due-days/:step', 'routes/cycles/due-day.tsx'),
  route('cycles/:cycle/due-days/:step/withdrawal', 'routes/cycles/due-day-withdrawal.tsx'),
  route('cycles/:cycle/places/:place', 'routes/places/checklist.tsx'),
  route('cycles/:cycle/places/:place/steps/:step', 'routes/places/step.tsx'),
  route('cycles/:cycle/places/:place/steps/:step/withdrawal', 'routes/places/withdrawal.tsx'),
  route('cycles/:cycle/places/:place/steps/:step/meeting', 'routes/places/meeting.tsx'),
  route('sign-in', 'routes/sign-in/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in/code.tsx'),
  route('sign-in/demo', 'routes/sign-in/demo.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('language', 'routes/language.tsx'),
  route('health', 'routes/health.tsx'),
  route('*', 'routes/missing.tsx'),
] satisfies RouteConfig
