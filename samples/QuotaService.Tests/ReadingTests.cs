namespace QuotaService.Tests;

/// <summary>Tests that change nothing, so that all tests of a class can share one database.</summary>
public abstract class ReadingTests(QuotaApp app) : QuotaTests(app), IClassFixture<QuotaApp>;
