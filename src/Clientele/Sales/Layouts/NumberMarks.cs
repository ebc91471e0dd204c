namespace Clientele.Sales.Layouts;

/// <summary>What the marks in a number say about the decimal mark.</summary>
internal enum MarkMeaning
{
    /// <summary>Not a number in any notation.</summary>
    Malformed,

    /// <summary>Digits without a point or comma.</summary>
    None,

    /// <summary>Only a decimal point explains it.</summary>
    Point,

    /// <summary>Only a decimal comma explains it.</summary>
    Comma,

    /// <summary>One to three digits, one point or comma, three digits: both explain it.</summary>
    Undecided,
}

/// <summary>Finds out what the marks in the body of a number mean when the notation is not known yet.</summary>
internal static class NumberMarks
{
    /// <summary>Tries both notations; what only one of them explains is a proof of it.</summary>
    /// <param name="body">The number without sign, currency and outer blanks.</param>
    /// <param name="group">The thousands mark, when one is certain: <c>,</c> <c>.</c> <c>'</c> or a blank; else 0.</param>
    public static MarkMeaning Examine(ReadOnlySpan<byte> body, out char group)
    {
        group = '\0';
        var asPoint = NumberParser.WellFormed(body, '.', ',', out var pointGroup);
        var asComma = NumberParser.WellFormed(body, ',', '.', out var commaGroup);
        if (!asPoint && !asComma) return MarkMeaning.Malformed;
        if (asPoint && asComma)
        {
            if (pointGroup == commaGroup)
            {
                group = pointGroup;
                return MarkMeaning.None;
            }

            return MarkMeaning.Undecided;
        }

        group = asPoint ? pointGroup : commaGroup;
        return asPoint ? MarkMeaning.Point : MarkMeaning.Comma;
    }
}
