using Clientele.People.Segments;

namespace Clientele.Tests.People.Segments;

public sealed class ColumnWordsTests
{
    [Theory]
    [InlineData("Annual Income (k$)", "income")]
    [InlineData("Spending Score (1-100)", "spending")]
    [InlineData("MntFishProducts", "fish products")]
    [InlineData("NumWebVisitsMonth", "web visits a month")]
    [InlineData("total_spend", "spend")]
    [InlineData("Total", "total")]
    [InlineData("days_enrolled", "days enrolled")]
    [InlineData("(x)", "(x)")]
    [InlineData("RFMScore", "rfm")]
    [InlineData("Ausgaben Räder (€)", "räder")]
    public void A_name_becomes_words(string name, string words) => Assert.Equal(words, ColumnWords.Of(name));
}
