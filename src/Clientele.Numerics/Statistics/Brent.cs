namespace Clientele.Numerics.Statistics;

/// <summary>The least value of a function of one variable that falls and then rises.</summary>
/// <remarks>[Bre73] ch. 5: golden sections, and parabolas where they help.</remarks>
internal static class Brent
{
    private const double Golden = 0.3819660112501051;
    private const double Near = 1e-9;
    private const int MostSteps = 200;

    /// <summary>Where it is least between two places, to about 1e-9 of its size; infinite values count as high.</summary>
    public static double Least(Func<double, double> of, double low, double high)
    {
        var best = low + (Golden * (high - low));
        var (second, third) = (best, best);
        var atBest = of(best);
        var (atSecond, atThird) = (atBest, atBest);
        var (step, before) = (0.0, 0.0);
        for (var round = 0; round < MostSteps; round++)
        {
            var middle = 0.5 * (low + high);
            var near = (Near * Math.Abs(best)) + (Near * 0.1);
            if (Math.Abs(best - middle) <= (2 * near) - (0.5 * (high - low))) break;

            var parabola = false;
            if (Math.Abs(before) > near && double.IsFinite(atSecond) && double.IsFinite(atThird))
            {
                var r = (best - second) * (atBest - atThird);
                var q = (best - third) * (atBest - atSecond);
                var p = ((best - third) * q) - ((best - second) * r);
                q = 2 * (q - r);
                if (q > 0) p = -p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(0.5 * q * before) && p > q * (low - best) && p < q * (high - best))
                {
                    (before, step, parabola) = (step, p / q, true);
                    if (best + step - low < 2 * near || high - best - step < 2 * near) step = best < middle ? near : -near;
                }
            }

            if (!parabola)
            {
                before = (best < middle ? high : low) - best;
                step = Golden * before;
            }

            var at = best + (Math.Abs(step) >= near ? step : Math.CopySign(near, step));
            var value = of(at);
            if (value <= atBest)
            {
                if (at < best) high = best;
                else low = best;
                (third, atThird, second, atSecond, best, atBest) = (second, atSecond, best, atBest, at, value);
                continue;
            }

            if (at < best) low = at;
            else high = at;
            if (value <= atSecond || second == best) (third, atThird, second, atSecond) = (second, atSecond, at, value);
            else if (value <= atThird || third == best || third == second) (third, atThird) = (at, value);
        }

        return best;
    }
}
