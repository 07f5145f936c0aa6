import { suite } from "../support/suite.ts";
import { testTranscripts } from "../support/transcripts.ts";

testTranscripts(suite("transcripts with programs of others"), true);
