using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ExceptionHandling.Secrets;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>In which bodies a secret may stand, by syntax alone. The tests of the rules declare an attribute that classifies, with which every body may.</summary>
public class SecretWordsTests
{
    [Theory]
    [InlineData("Log(password);", true)]
    [InlineData("Log(user.ApiKey);", true)]
    [InlineData("Log(client_secret);", true)]
    [InlineData("Log(headers[\"X-Api-Key\"]);", true)]
    [InlineData("Log(settings[\"card number\"]);", true)]
    [InlineData("Log(settings[\"ConnectionStrings:Shop\"]);", true)]
    [InlineData("Log(settings.GetConnectionString(\"shop\"));", true)]
    [InlineData("Log(request.Headers.Authorization);", true)]
    [InlineData("Log(JsonSerializer.Serialize(user));", true)]
    [InlineData("string text = name; Log(text);", false)]
    [InlineData("foreach (var key in keys) Log(key, number);", false)]
    [InlineData("Log(user.PasswordHash);", false)]
    [InlineData("Serialize = 1;", false)]
    public void Word_OpensItsBody(string statement, bool stands) => Assert.Equal(stands ? ["F"] : [], OpenIn($"class C {{ void F() {{ {statement} }} void G() {{ Log(name); }} }}"));

    [Fact]
    public void RecordThatSaysItsSecret_OpensWhatComesToIt() =>
        Assert.Equal(
            ["Named", "Found", "OfHeir"],
            OpenIn(
                "class C { void Named() => Log(store.Last); void Found() { var x = store.Find(); Log(x); } void OfHeir() => Log(store.Admins); void Other() => Log(store.Count); }",
                "class Store { public Login Last; public Task<Login> Find() => null; public List<Admin> Admins { get; } public int Count; }",
                "record Login(string Name, string Password); record Admin(string Name, string Password) : Login(Name, Password); record Page(string Title); class Secretive { string Password; }"));

    [Fact]
    public void RecordInTheFile_OpensAllOfIt() =>
        Assert.Equal(["F"], OpenIn("class Handler : Handles<Login> { void F() => Log(Request); }", "record Login { public string Password { get; init; } }"));

    [Theory]
    [InlineData("namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : System.Attribute { } }", true)]
    [InlineData("namespace Other { public class DataClassificationAttribute : System.Attribute { } }", false)]
    public void AttributeThatClassifies_OpensEverything(string declaration, bool stands) => Assert.Equal(stands ? ["F"] : [], OpenIn("class C { void F() => Log(name); }", declaration));

    [Fact]
    public void AttributeOfALibrary_OpensEverything()
    {
        const string Base = "namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : System.Attribute { } }";
        var declaring = Emit(Compile("Abstractions", Base));
        var own = Emit(Compile("Contoso.Privacy", "public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }").AddReferences(declaring));
        var framework = Emit(Compile("Microsoft.Extensions.Telemetry", "public class Redactor { Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute of; }").AddReferences(declaring));

        Assert.Empty(OpenIn(Code.AddReferences(declaring, framework)));
        Assert.Equal(["F"], OpenIn(Code.AddReferences(declaring, own)));
    }

    private static MetadataReference Emit(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Code => Compile("Code", "class C { void F() => Log(name); }");

    private static CSharpCompilation Compile(string name, params string[] files) => CSharpCompilation.Create(
        name,
        files.Select((text, index) => CSharpSyntaxTree.ParseText(text, path: index + ".cs")),
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static List<string> OpenIn(params string[] files) => OpenIn(Compile("Code", files));

    /// <summary>The methods of the first file that may hold a secret.</summary>
    private static List<string> OpenIn(CSharpCompilation compilation)
    {
        var words = SecretWords.Of(KnownTypes.Of(compilation), new AnalyzerOptions([]));
        return compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => words.MayStandIn(method, CancellationToken.None)).Select(static method => method.Identifier.ValueText).ToList();
    }
}
