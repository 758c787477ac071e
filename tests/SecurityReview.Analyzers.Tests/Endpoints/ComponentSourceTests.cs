using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>Blazor components: what of them the address and the page's inputs say.</summary>
public class ComponentSourceTests
{
    private static string Component(string attributes, string property) => SourceCode.Around("using Microsoft.AspNetCore.Components;", $$"""
        {{attributes}}
        public class View : ComponentBase
        {
            {{property}} public string Name { get; set; } = "";
            protected override void OnInitialized() => Db.Command.CommandText = [|"SELECT '" + Name + "'"|];
            private void Click() { Action run = () => Db.Command.CommandText = [|"SELECT '" + Name + "'"|]; run(); }
        }
        """);

    private static string Unmarked(string code) => code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("", "[SupplyParameterFromQuery]")]
    [InlineData("", "[Parameter, SupplyParameterFromQuery(Name = \"n\")]")]
    [InlineData("", "[SupplyParameterFromForm]")]
    [InlineData("[Route(\"/view/{Name}\")]", "[Parameter]")]
    [InlineData("[Route(\"/view/{name?}\")]", "[Parameter]")]
    [InlineData("[Route(\"/view/{*name}\")]", "[Parameter]")]
    [InlineData("[Route(\"/view/{id:int}\"), Route(\"/view/{name}\")]", "[Parameter]")]
    public Task BoundProperty_Reports(string attributes, string property) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Component(attributes, property));

    [Theory]
    [InlineData("", "[Parameter]")]
    [InlineData("", "[CascadingParameter]")]
    [InlineData("", "")]
    [InlineData("[Route(\"/view/{id}\")]", "[Parameter]")]
    [InlineData("[Route(\"/view/{name}\")]", "")]
    [InlineData("[Route(\"/view/{name:guid}\")]", "[Parameter]")]
    [InlineData("[Route(\"/view/{name:int?}\")]", "[Parameter]")]
    public Task PropertyOfTheParent_IsSilent(string attributes, string property) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Unmarked(Component(attributes, property)));

    [Fact]
    public Task AddressAndInputs_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(
        "using Microsoft.AspNetCore.Components;\nusing Microsoft.AspNetCore.Components.Forms;\nusing Microsoft.AspNetCore.WebUtilities;",
        "NavigationManager navigation, ChangeEventArgs change, InputFileChangeEventArgs upload",
        "navigation.Uri",
        "navigation.ToAbsoluteUri(navigation.Uri).Query",
        "QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query)[\"q\"].ToString()",
        "(string)change.Value!",
        "change.Value?.ToString()",
        "upload.File.Name",
        "new StreamReader(upload.File.OpenReadStream()).ReadToEnd()"));

    [Fact]
    public Task BaseAddress_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(
        "using Microsoft.AspNetCore.Components;\nusing Microsoft.AspNetCore.Components.Forms;",
        "NavigationManager navigation, InputFileChangeEventArgs upload",
        "navigation.BaseUri",
        "upload.File.Size",
        "upload.FileCount"));
}
