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

    /// <summary>What the Razor compiler makes of <c>@bind</c> on an element, by version, and of a bound component.</summary>
    public static TheoryData<string> Bindings => new(
        """builder.AddAttribute(2, "onchange", EventCallback.Factory.CreateBinder(this, __value => _name = __value, _name));""",
        """builder.AddAttribute(2, "oninput", global::Microsoft.AspNetCore.Components.EventCallback.Factory.CreateBinder(this, global::Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers.CreateInferredBindSetter(callback: __value => { _name = __value; return Task.CompletedTask; }, value: _name), _name));""",
        """builder.AddAttribute(2, "onchange", EventCallbackFactoryBinderExtensions.CreateBinder(EventCallback.Factory, this, __value => _name = __value, _name));""",
        """
        builder.OpenComponent<global::Microsoft.AspNetCore.Components.Forms.InputText>(5);
        builder.AddComponentParameter(6, "Value", global::Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers.TypeCheck<string>(_name));
        builder.AddComponentParameter(7, "ValueChanged", global::Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers.TypeCheck<global::Microsoft.AspNetCore.Components.EventCallback<string>>(global::Microsoft.AspNetCore.Components.EventCallback.Factory.Create<string>(this, global::Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers.CreateInferredEventCallback(this, __value => _name = __value, _name))));
        builder.AddComponentParameter(8, "ValueExpression", global::Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers.TypeCheck<global::System.Linq.Expressions.Expression<global::System.Func<string>>>(() => _name));
        builder.CloseComponent();
        """,
        """builder.AddAttribute(2, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, e => _name = (string)e.Value!));""",
        """builder.AddAttribute(2, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, Changed));""");

    private static string Form(string rendered, string text) => SourceCode.Around("using Microsoft.AspNetCore.Components;\nusing Microsoft.AspNetCore.Components.Rendering;", $$"""
        public partial class Search : ComponentBase
        {
            protected override void BuildRenderTree(RenderTreeBuilder builder)
            {
                builder.AddAttribute(1, "value", BindConverter.FormatValue(_name));
                {{rendered}}
            }
        }
        public partial class Search
        {
            private string _name = "";
            private int _count;
            private void Changed(ChangeEventArgs e) => _name = e.Value?.ToString() ?? "";
            private void Submit() => Db.Command.CommandText = [|"SELECT '" + {{text}} + "'"|];
        }
        """);

    [Theory]
    [MemberData(nameof(Bindings))]
    public Task BoundField_Reports(string rendered) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Form(rendered, "_name"));

    [Theory]
    [InlineData("""builder.AddAttribute(2, "onchange", EventCallback.Factory.CreateBinder(this, __value => _count = __value, _count));""", "_count")]
    [InlineData("""builder.AddAttribute(2, "onchange", EventCallback.Factory.CreateBinder(this, __value => _count = __value, _count));""", "_name.Length")]
    [InlineData("""builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => _name = "clicked"));""", "Label")]
    [InlineData("""builder.AddAttribute(2, "onchosen", EventCallback.Factory.Create<string>(this, chosen => Label = chosen));""", "Label")]
    public Task BoundNumberOrOtherEvent_IsSilent(string rendered, string text) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        Unmarked(Form(rendered, text)).Replace("private int _count;", "private int _count; private string Label = \"\";", StringComparison.Ordinal).Replace("private void Changed(ChangeEventArgs e) => _name = e.Value?.ToString() ?? \"\";", "", StringComparison.Ordinal));

    [Fact]
    public Task BoundModel_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around("using Microsoft.AspNetCore.Components;\nusing Microsoft.AspNetCore.Components.Rendering;", """
        public class Filter { public string Name { get; set; } = ""; public int Size { get; set; } public string Fixed { get; set; } = "x"; }
        public class Search : ComponentBase
        {
            private readonly Filter _filter = new();
            protected override void BuildRenderTree(RenderTreeBuilder builder)
            {
                builder.AddAttribute(2, "onchange", EventCallback.Factory.CreateBinder(this, __value => _filter.Name = __value, _filter.Name));
                builder.AddAttribute(3, "onchange", EventCallback.Factory.CreateBinder(this, __value => _filter.Size = __value, _filter.Size));
            }
            private void Submit() => Db.Command.CommandText = [|"SELECT '" + _filter.Name + "'"|];
            private void Count() => Db.Command.CommandText = "SELECT '" + _filter.Size + "'";
            private void Other() => Db.Command.CommandText = "SELECT '" + _filter.Fixed + "'";
        }
        """));

    [Fact]
    public Task InputOfOnesOwnAndScripts_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around("using Microsoft.AspNetCore.Components.Forms;\nusing Microsoft.JSInterop;", """
        public class InputTag : InputBase<string>
        {
            protected override bool TryParseValueFromString(string? value, out string result, out string? validationErrorMessage)
            {
                Db.Command.CommandText = [|"SELECT '" + value + "'"|];
                (result, validationErrorMessage) = (value ?? "", null);
                return true;
            }

            private void Now() => Db.Command.CommandText = [|"SELECT '" + CurrentValue + "'"|];

            private void Later() => Db.Command.CommandText = [|"SELECT '" + CurrentValueAsString + "'"|];

            [JSInvokable]
            public static void Run(string name, int count)
            {
                Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                Db.Command.CommandText = "SELECT '" + count + "'";
            }

            public async Task Ask(IJSRuntime scripts)
            {
                Db.Command.CommandText = [|"SELECT '" + await scripts.InvokeAsync<string>("prompt") + "'"|];
                Db.Command.CommandText = "SELECT '" + await scripts.InvokeAsync<int>("count") + "'";
            }
        }
        """));
}
