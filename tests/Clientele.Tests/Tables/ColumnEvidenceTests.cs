using Clientele.Tables;

namespace Clientele.Tests.Tables;

/// <summary>What is known of words that came before, against cells that are looked at one by one.</summary>
public sealed class ColumnEvidenceTests
{
    private static readonly string[] s_cells =
    [
        "North", "South", "north", "NA", "na", "n/a", "None", "", " ", "12 Jan 2020", "Jan 12 2020", "January 12, 2020", "USD 12.50", "EUR 1,5", "abc", "abd", "acb", "-", "12", "1.5", "x12", "Zo\u00eb", "Zo\u00e9",
    ];

    [Fact]
    public void Words_that_come_again_count_as_they_would_alone()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            string[] cells = [.. Enumerable.Range(0, 1 + random.Next(80)).Select(_ => s_cells[random.Next(s_cells.Length)])];
            var (all, alone) = (ColumnEvidence.Of(Cells(cells)), cells.Select(cell => ColumnEvidence.Of(Cells([cell]))).ToArray());
            Assert.Equal(alone.Sum(e => e.Filled), all.Filled);
            Assert.Equal(alone.Sum(e => e.Missing), all.Missing);
            Assert.Equal(alone.Sum(e => e.Numbers), all.Numbers);
            Assert.Equal(alone.Sum(e => e.Dates), all.Dates);
            Assert.Equal(alone.Sum(e => e.PointProofs), all.PointProofs);
            Assert.Equal(Array.FindIndex(alone, e => e.Missing > 0), all.FirstMissing);
            Assert.Equal(Array.FindIndex(alone, e => e.Filled > e.Numbers), all.FirstOther);
            Assert.Equal(alone.Aggregate(0UL, (bits, e) => bits | e.Currencies), all.Currencies);
        }
    }

    [Fact]
    public void Fast_and_plain_forms_say_the_same()
    {
        var random = new Random(2);
        string[] marks = ["0", "00", "1", "12", "123", "1234", "12345678", "20200131", "123456789012345678", "1234567890123456789", ".", ",", "-", "+", "e5", " ", "%", "x", "\u00a0", "'", "31/12/2011", "12.1.09"];
        for (var round = 0; round < 2000; round++)
        {
            string[] cells = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => marks[random.Next(marks.Length)])))];
            var (fast, plain) = (ColumnEvidence.Of(Columns.Of(cells)), ColumnEvidence.OfEach(Columns.Of(cells)));
            foreach (var property in typeof(ColumnEvidence).GetProperties()) Assert.True(Equals(property.GetValue(plain), property.GetValue(fast)), $"{property.Name} of {string.Join('|', cells)}");
        }
    }

    private static Cells Cells(string[] texts) => Columns.Of(texts);
}
