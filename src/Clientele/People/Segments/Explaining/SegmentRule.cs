namespace Clientele.People.Segments.Explaining;

/// <summary>A segment in one sentence.</summary>
/// <param name="Segment">From 0.</param>
/// <param name="Words"><c>income above 52,300 and spend above 640</c>; empty when nothing short sets it apart.</param>
/// <param name="Precision">Share of the customers who fulfil it that are in the segment.</param>
/// <param name="Coverage">Share of the segment that fulfils it.</param>
/// <param name="Lift">How many times as frequent the segment is among them as among all.</param>
/// <param name="Conditions">The parts, by column.</param>
public sealed record SegmentRule(int Segment, string Words, double Precision, double Coverage, double Lift, IReadOnlyList<RulePart> Conditions);

/// <summary>What a rule asks of one column.</summary>
/// <param name="Column">Of the table.</param>
/// <param name="Above">Numbers: more than this; null for no bound.</param>
/// <param name="UpTo">Numbers: at most this; null for no bound.</param>
/// <param name="Levels">Levels: one of these; null for numbers.</param>
/// <param name="Except">Levels: any but these.</param>
/// <param name="OrMissing">An unknown value passes.</param>
public sealed record RulePart(string Column, double? Above, double? UpTo, IReadOnlyList<string>? Levels, bool Except, bool OrMissing);

/// <summary>The rules of all segments, and how far they can be trusted.</summary>
/// <param name="Rules">By segment.</param>
/// <param name="Fidelity">Share of the customers whose segment the tree behind the rules gives; NaN with one segment.</param>
/// <param name="Baseline">What naming the largest segment for everybody gives.</param>
/// <param name="Customers">Customers that the tree looked at.</param>
public sealed record SegmentRules(IReadOnlyList<SegmentRule> Rules, double Fidelity, double Baseline, int Customers);
