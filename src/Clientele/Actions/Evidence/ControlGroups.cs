namespace Clientele.Actions.Evidence;

/// <summary>How many customers must be left alone so that an effect can be told from chance afterwards.</summary>
internal static class ControlGroups
{
    private const double TwoSided5Percent = 1.959963984540054;
    private const double Power80Percent = 0.8416212335729143;

    /// <summary>Size of each of two equal groups that shows the response in 80 of 100 tries at the 5 % level; 0 when the audience is smaller than twice that.</summary>
    /// <param name="audience">Customers in all.</param>
    /// <param name="rate">Share that buys anyway.</param>
    /// <param name="response">Share that buys because of it.</param>
    /// <remarks>[FLP03] eq. 4.14, two proportions, without correction for continuity.</remarks>
    public static int Size(int audience, double rate, double response)
    {
        if (!(response > 0) || !(rate is >= 0 and <= 1) || rate + response > 1) return 0;
        var (one, other) = (rate, rate + response);
        var mean = (one + other) / 2;
        var root = (TwoSided5Percent * Math.Sqrt(2 * mean * (1 - mean))) + (Power80Percent * Math.Sqrt((one * (1 - one)) + (other * (1 - other))));
        var size = Math.Ceiling(root * root / (response * response));
        return size * 2 <= audience ? (int)size : 0;
    }
}
