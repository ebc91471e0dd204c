using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>Files with a row per figure. Empty cells: not defined.</summary>
internal static class FactsCsv
{
    public static void Profiles(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("segment_no,segment,column,level,measure,value,overall,others,effect,lift,meaning\n"u8);
        foreach (var fact in report.Profile)
        {
            Segment(text, report, fact.Segment);
            Words(text, fact.Column, fact.Level, fact.Measure);
            Numbers(text, fact.Value, fact.Overall, fact.Others, fact.Effect, fact.Lift);
            Meaning(text, report, fact.Column);
        }

        text.FlushTo(output);
    }

    public static void Patterns(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("segment_no,segment,family,column,total,share,overall,lift,mean,meaning\n"u8);
        foreach (var pattern in report.Patterns)
        {
            Segment(text, report, pattern.Segment);
            Words(text, pattern.Family, pattern.Column);
            Numbers(text, pattern.Total, pattern.Share, pattern.Overall, pattern.Lift, pattern.Mean);
            Meaning(text, report, pattern.Column);
        }

        text.FlushTo(output);
    }

    public static void Campaigns(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("segment_no,segment,campaign,test,customers,yes,rate,low,high,overall,rest,lift,p,p_adjusted,comparisons,meaning\n"u8);
        var comparisons = Answers.AnswerTests.Comparisons(report.Answers);
        foreach (var answer in report.Answers)
        {
            Segment(text, report, answer.Segment);
            Words(text, answer.Column, answer.Test);
            Numbers(text, answer.Customers, answer.Yes, answer.Rate, answer.Low, answer.High, answer.Overall, answer.Rest, answer.Lift, answer.P, answer.Adjusted, comparisons);
            Meaning(text, report, answer.Column);
        }

        text.FlushTo(output);
    }

    public static void Curve(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("k,inertia,silhouette,sizes,chosen\n"u8);
        foreach (var trial in report.Choice.Tried)
        {
            text.Integer(trial.K);
            text.Byte((byte)',');
            text.Exact(trial.Inertia);
            text.Byte((byte)',');
            text.Exact(trial.Silhouette);
            text.Byte((byte)',');
            text.Text(string.Join(' ', trial.Sizes.OrderDescending().Select(s => s.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            text.Bytes(trial.K == report.Choice.K ? ",true\n"u8 : ",false\n"u8);
        }

        text.FlushTo(output);
    }

    private static void Segment(Utf8Text text, PeopleSegmentReport report, int segment)
    {
        text.Integer(segment + 1);
        text.Byte((byte)',');
        text.Cell(report.Segments[segment].Name);
    }

    private static void Words(Utf8Text text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            text.Byte((byte)',');
            text.Cell(word);
        }
    }

    private static void Numbers(Utf8Text text, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            text.Byte((byte)',');
            text.Exact(number);
        }
    }

    // In the words of the dictionary; empty where nothing is said.
    private static void Meaning(Utf8Text text, PeopleSegmentReport report, string column)
    {
        text.Byte((byte)',');
        text.Cell(report.Data.Customers.Columns.FirstOrDefault(c => string.Equals(c.Name, column, StringComparison.Ordinal))?.Meaning ?? "");
        text.Byte((byte)'\n');
    }
}
