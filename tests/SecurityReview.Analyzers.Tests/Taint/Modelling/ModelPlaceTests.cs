using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

public class ModelPlaceTests
{
    [Theory]
    [InlineData("return")]
    [InlineData("this")]
    [InlineData("arg*")]
    [InlineData("value")]
    [InlineData("text")]
    [InlineData("class")]
    [InlineData("this[]")]
    [InlineData("return[].Name")]
    [InlineData("this[key]")]
    [InlineData("options.Filter.Text")]
    [InlineData("value.*")]
    [InlineData("selector(0)")]
    [InlineData("selector(12)[]")]
    [InlineData("selector()")]
    [InlineData("selector().Name")]
    [InlineData("this.Start(0)")]
    [InlineData("this.DoWork(1).Argument")]
    public void Place_IsWrittenAsItWasRead(string text)
    {
        var place = PlaceParser.Parse(text);
        Assert.Equal(text, place!.ToString());
        Assert.Equal(place, PlaceParser.Parse(text));
        Assert.Equal(place.GetHashCode(), PlaceParser.Parse(text)!.GetHashCode());
    }

    [Theory]
    [InlineData("this[key]", PlaceStepKind.KeyedElement, "key", 0)]
    [InlineData("this[]", PlaceStepKind.Element, "", 0)]
    [InlineData("this.Name", PlaceStepKind.Member, "Name", 0)]
    [InlineData("f(3)", PlaceStepKind.DelegateParameter, "", 3)]
    [InlineData("f()", PlaceStepKind.DelegateResult, "", 0)]
    [InlineData("f.*", PlaceStepKind.Content, "", 0)]
    internal void Step_IsTyped(string text, PlaceStepKind kind, string name, int position)
    {
        var place = PlaceParser.Parse(text)!;
        Assert.Equal(new PlaceStep(kind, name, position), Assert.Single(place.Steps));
        Assert.Equal(kind is PlaceStepKind.Element or PlaceStepKind.KeyedElement, place.IsElement);
        Assert.True(place.Holder.IsWhole);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("[]")]
    [InlineData("a[")]
    [InlineData("a]")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a.*[]")]
    [InlineData("a[](0)")]
    [InlineData("a().B()")]
    [InlineData("a(-1)")]
    [InlineData("a(99999999999)")]
    [InlineData("arg*x")]
    public void AnythingElse_IsNoPlace(string text) => Assert.Null(PlaceParser.Parse(text));

    [Fact]
    public void PlacesThatDiffer_AreNotEqual() => Assert.NotEqual(PlaceParser.Parse("this[]"), PlaceParser.Parse("this"));
}
