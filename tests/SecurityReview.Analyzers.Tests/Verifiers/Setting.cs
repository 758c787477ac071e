using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>The surroundings of one test source; the defaults are a library on the newest framework.</summary>
internal sealed record Setting
{
    public static Setting Default { get; } = new();

    /// <summary>A program with top-level statements.</summary>
    public static Setting Program { get; } = new() { OutputKind = OutputKind.ConsoleApplication };

    /// <summary>One of the frameworks of <see cref="TestReferences"/>.</summary>
    public string Framework { get; init; } = TestReferences.Net10;

    /// <summary>Without libraries, as before the restore.</summary>
    public bool FrameworkOnly { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public DocumentationMode DocumentationMode { get; init; } = DocumentationMode.Diagnose;

    /// <summary>How a compiler that a test drives itself reads the sources.</summary>
    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode);

    /// <summary>How it compiles them.</summary>
    public CSharpCompilationOptions CompilationOptions => new(OutputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>What it compiles them against.</summary>
    public ImmutableArray<MetadataReference> References => FrameworkOnly ? TestReferences.OfFrameworkOnly(Framework) : TestReferences.Of(Framework);

    /// <summary>Lines of .editorconfig for all C# files: <c>security_review.x = y</c>.</summary>
    public string Options { get; init; } = "";

    /// <summary>Lines of a global configuration, such as <c>build_property.IsTestProject = true</c>.</summary>
    public string GlobalOptions { get; init; } = "";

    /// <summary>Further C# files of the same project, name and content.</summary>
    public ImmutableArray<(string Name, string Source)> MoreSources { get; init; } = [];

    /// <summary>Additional files, name and content.</summary>
    public ImmutableArray<(string Name, string Content)> AdditionalFiles { get; init; } = [];

    /// <summary>The rule is about suppressions: what the testing library suppresses as a check of its own would be a finding.</summary>
    public bool IsAboutSuppressions { get; init; }

    /// <summary>Half-typed code: compile errors are expected and not compared.</summary>
    public bool Broken { get; init; }
}
