namespace Clientele.People.Deriving.Expressions;

/// <summary>What a part of a formula gives.</summary>
internal enum ValueKind
{
    Number,

    /// <summary>.NET ticks; 0 is missing.</summary>
    Date,

    /// <summary>Empty is missing.</summary>
    Text,
}

/// <summary>A part of a formula.</summary>
/// <param name="Kind">What it gives.</param>
internal abstract record Node(ValueKind Kind);

/// <summary>A number written in the formula.</summary>
internal sealed record NumberNode(double Value) : Node(ValueKind.Number);

/// <summary>A text or a date between quotes.</summary>
internal sealed record TextNode(string Value) : Node(ValueKind.Text);

/// <summary>A date written in the formula, or the as-of day.</summary>
internal sealed record DateNode(long Ticks) : Node(ValueKind.Date);

/// <summary>The as-of day.</summary>
internal sealed record AsOfNode() : Node(ValueKind.Date);

/// <summary>A column.</summary>
internal sealed record ColumnNode(string Name, ValueKind Kind) : Node(Kind);

/// <summary>A function or operator over its arguments.</summary>
internal sealed record CallNode(Operation Operation, IReadOnlyList<Node> Arguments) : Node(ValueKind.Number);

/// <summary>What can be done.</summary>
internal enum Operation
{
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    Min,
    Max,
    Abs,
    Log,
    Sqrt,
    If,
    Years,
    Days,

    /// <summary>Days from the second date to the first.</summary>
    DateDifference,
}
